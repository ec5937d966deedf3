"""The network and everything that runs it; independent of Qt. Importing this does not import torch."""

import os

# By default torch's threads wait for each other in a busy loop. When another program wants the same cores,
# that made restoring a logo thirty times slower. With this setting they spin this many times and then sleep:
# as fast as before on an idle machine, only twice as slow on a busy one. (OMP_WAIT_POLICY=PASSIVE costs 30 %
# on an idle one.) It must be set before torch is imported, and every import of torch goes through this
# package.
os.environ.setdefault("GOMP_SPINCOUNT", "10000")
