"""The queue of pictures: session, order of work, memory limit, and recovery after a crash."""
