kshc overdue --format markdown > qua-han.md
kshc due --within 14d --format markdown > sap-den-han.md
{
  if [ -s qua-han.md ]; then echo << ("## " ~ words.late) | shell >>; echo; cat qua-han.md; echo; fi
  if [ -s sap-den-han.md ]; then echo << ("## " ~ words.soon) | shell >>; echo; cat sap-den-han.md; fi
} > nhac-viec.md
