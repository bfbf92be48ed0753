"""What an editor asks of a plan or log that somebody is writing: offsets of the text in, plain values out."""
