def uninstall_hook(env):
    """Drop what lives outside Odoo's own bookkeeping: the guard functions."""
    env["leifeng.append.only.mixin"]._drop_functions()
