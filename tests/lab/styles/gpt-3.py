"""Right solutions in other styles, as (exercise, style, code)."""
STYLES = [
    ("nucleus-sampling", "choice", r"""
import numpy as np
def sample(logits, temperature, p, rng):
    out=[]
    for l in logits:
        q=np.exp((l-l.max())/temperature); q/=q.sum()
        o=q.argsort()[::-1]; n=int(np.searchsorted(np.cumsum(q[o]),p))+1
        k=o[:n]; out.append(rng.choice(k,p=q[k]/q[k].sum()))
    return out
"""),
    ("choice-scores", "loops", r"""
import numpy as np
def scores(logits, tokens, starts, stops, neutral, method):
    out=[]
    for l,t,a,b,n in zip(logits,tokens,starts,stops,neutral):
        s=0.0
        for i in range(int(a),int(b)):
            r=l[i-1]; s+=r[t[i]]-(r.max()+np.log(np.sum(np.exp(r-r.max()))))
        out.append(s if method=="sum" else s/(b-a) if method=="token" else s-n)
    return np.array(out),int(np.argmax(out))
"""),
]
