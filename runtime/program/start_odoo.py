"""Odoo's command line as a file, in a folder of its own.

With several workers Odoo starts its websocket process by the name of the file that was run;
``python -m odoo`` has none that can be run, and the process would be started over and over.
"""

import odoo.cli

if __name__ == "__main__":
    odoo.cli.main()
