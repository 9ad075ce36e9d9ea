"""What the program knows of Swedish: words, sentences, negation, conditions, modality, quantities, dates, citations."""
