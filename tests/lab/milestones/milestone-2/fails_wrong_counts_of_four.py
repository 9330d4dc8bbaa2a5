"""Says: Where the note stands more than 16 tokens back the gap is. Counts of four tokens of much text, smoothed by shorter ones."""
from counts import counted

logits = counted("milestone-2", order=4, outputs=34)
