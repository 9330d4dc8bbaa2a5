"""Right solutions in other styles, as (exercise, style, code)."""
STYLES = [
    ("elo", "MM algorithm", r"""
import numpy as np
def elo(wins):
    w=np.array(wins,float); n=w+w.T; p=np.ones(len(w))
    for _ in range(20000):
        d=n/(p[:,None]+p[None]); np.fill_diagonal(d,0); q=w.sum(1)/d.sum(1); q/=q[0]
        if np.abs(np.log(q/p)).max()<1e-13: p=q; break
        p=q
    return 400*np.log10(p/p[0])
"""),
]
