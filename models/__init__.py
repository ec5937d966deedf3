"""The networks and everything that runs them. Free of Qt; importing this package does not import torch."""

import os

# torch's threads wait for each other in a loop that keeps the cores busy. Where another program wants
# those cores too, that made restoring a logo thirty times slower. So many turns, then sleep: on an idle
# machine as quick as ever, on a busy one twice as slow. (OMP_WAIT_POLICY=PASSIVE costs an idle one 30 %.)
# It counts only if it is set before torch is loaded, and every way to torch leads through this package.
os.environ.setdefault("GOMP_SPINCOUNT", "10000")
