"""The plan as it is written: pure, frozen records that hold the words of the document."""
