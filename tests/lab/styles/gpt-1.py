"""Right solutions in other styles, as (exercise, style, code)."""
STYLES = [
    ("input-transformations", "lists", r"""
def transform_inputs(task, parts, start, delimiter, extract, padding):
    p=[list(map(int,x)) for x in parts]
    if task=="classification": s=[p[0]]
    elif task=="entailment": s=[p[0]+[delimiter]+p[1]]
    elif task=="similarity": s=[p[0]+[delimiter]+p[1],p[1]+[delimiter]+p[0]]
    else: s=[p[0]+p[1]+[delimiter]+a for a in p[2:]]
    s=[[start]+x+[extract] for x in s]; T=max(map(len,s))
    return dict(tokens=[x+[padding]*(T-len(x)) for x in s],mask=[[1]*len(x)+[0]*(T-len(x)) for x in s],extract_position=[len(x)-1 for x in s])
"""),
    ("input-transformations", "mask by padding id", r"""
import numpy as np
def transform_inputs(task, parts, start, delimiter, extract, padding):
    d=np.array([delimiter]); p=parts
    body={"classification":lambda:[p[0]],"entailment":lambda:[np.r_[p[0],d,p[1]]],"similarity":lambda:[np.r_[p[0],d,p[1]],np.r_[p[1],d,p[0]]],"multiple_choice":lambda:[np.r_[p[0],p[1],d,a] for a in p[2:]]}[task]()
    rows=[np.r_[start,b,extract] for b in body]; n=np.array([len(r) for r in rows])
    t=np.stack([np.pad(r,(0,n.max()-len(r)),constant_values=padding) for r in rows])
    return {"tokens":t,"mask":t!=padding,"extract_position":n-1}
"""),
]
