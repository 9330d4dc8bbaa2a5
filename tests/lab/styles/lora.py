"""Right solutions in other styles, as (exercise, style, code)."""
STYLES = [
    ("subspaces", "eigh", r"""
import numpy as np
def similarity(a1,a2):
    def d(a): 
        q,r=np.linalg.qr(a.T); u,_,_=np.linalg.svd(r); return (q@u).T
    o=(d(a1)@d(a2).T)**2
    return np.array([[o[:i+1,:j+1].sum()/min(i+1,j+1) for j in range(o.shape[1])] for i in range(o.shape[0])])
"""),
]
