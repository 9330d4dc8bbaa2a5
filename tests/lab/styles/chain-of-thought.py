"""Right solutions in other styles, as (exercise, style, code)."""
STYLES = [
    ("self-consistency", "Counter", r"""
from collections import Counter, defaultdict
import math
def vote(answers, logps):
    v=[(a,float(l)) for a,l in zip(answers,logps) if a]
    if not v: return {"majority":"","share":0.0,"weighted":"","likeliest":""}
    c=Counter(a for a,_ in v); m=c.most_common(1)[0]; t=max(l for _,l in v); w=defaultdict(float)
    for a,l in v: w[a]+=math.exp(l-t)
    return dict(majority=m[0],share=m[1]/len(answers),weighted=max(w,key=lambda k:w[k]),likeliest=max(v,key=lambda x:x[1])[0])
"""),
]
