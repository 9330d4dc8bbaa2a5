"""Right solutions in other styles, as (exercise, style, code)."""
STYLES = [
    ("power-law-fit", "polyfit", r"""
import numpy as np
def fit(x, loss, at):
    s,i=np.polyfit(np.log10(x),np.log10(loss),1)
    return {"exponent":-s,"scale":10**(-i/s),"prediction":10**(i+s*np.log10(at))}
"""),
    ("critical-batch", "formula", r"""
def adjust(loss, steps, batch, parameters, b_star, alpha_b):
    c=b_star*loss**(-1/alpha_b); E=steps*batch*c/(c+batch)
    return dict(critical=c,steps_min=steps*batch/(batch+c),examples_min=E,compute=6*parameters*batch*steps,compute_min=6*parameters*E)
"""),
]
