def uninstall_hook(env):
    """Drop what lives outside Odoo's own bookkeeping: the guard functions."""
    # the model that has a function of its own beside the mixin's
    env["leifeng.award.review.line"]._drop_functions()
