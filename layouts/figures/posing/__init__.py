"""A jointed person: proportions, joints, what touches what, and how it is seen."""
