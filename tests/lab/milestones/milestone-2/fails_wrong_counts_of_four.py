"""Says: At the answers alone the gap is. Counts of four tokens of much text, smoothed by shorter ones."""
from counts import counted

logits = counted("milestone-2", order=4, outputs=34)
