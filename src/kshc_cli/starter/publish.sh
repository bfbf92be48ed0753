mkdir -p public
kshc export html --out public/index.html
kshc export ics --out public/ke-hoach.ics
