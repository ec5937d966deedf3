"""The networks and everything that runs them. Free of Qt; importing this package does not import torch."""

import os

# torch's threads wait for each other in a loop that keeps the cores busy. Where another program wants
# those cores too, that made restoring a logo a hundred times slower: let them sleep instead. It counts
# only if it is set before torch is loaded, and every way to torch leads through this package.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
