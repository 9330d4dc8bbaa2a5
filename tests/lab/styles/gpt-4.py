"""Right solutions in other styles, as (exercise, style, code)."""
STYLES = [
    ("calibration", "loops", r"""
import math
def calibration(confidence, correct, bins):
    rows=[[] for _ in range(bins)]
    for c,r in zip(confidence.tolist(),correct.tolist()): rows[min(bins-1,math.floor(c*bins))].append((c,r))
    m=[sum(c for c,_ in r)/len(r) if r else math.nan for r in rows]; a=[sum(x for _,x in r)/len(r) if r else math.nan for r in rows]
    n=[len(r) for r in rows]
    return {"ece":sum(k*abs(x-y) for k,x,y in zip(n,a,m) if k)/sum(n),"mean_confidence":m,"accuracy":a,"count":n}
"""),
    ("pass-at-k", "comb", r"""
from math import comb
def pass_at_k(n, c, k): return [1-comb(int(a)-int(b),k)/comb(int(a),k) for a,b in zip(n,c)]
"""),
    ("pass-at-k", "lgamma", r"""
import math
def pass_at_k(n, c, k):
    L=lambda a,b: math.lgamma(a+1)-math.lgamma(b+1)-math.lgamma(a-b+1)
    return [1.0 if a-b<k else 1-math.exp(L(a-b,k)-L(a,k)) for a,b in zip(n.tolist(),c.tolist())]
"""),
]
