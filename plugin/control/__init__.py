"""What works for the panel: each piece wires one job, `manager` owns them all."""
