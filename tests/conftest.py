"""Hypothesis profiles (quick while developing, thorough in CI), and the measure of time that the laws share."""

import os
import time

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("quick", max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("thorough" if os.environ.get("CI") else "quick")


@pytest.fixture
def assert_linear():
    """Fail if eight times the work takes much more than eight times as long.

    Called with a function that takes a number of repetitions and returns the work as a function. A quadratic step
    would take 64 times as long; 24 times is allowed, because machines are busy, and a floor keeps noise out.
    """

    def best(work):
        times = []
        for _ in range(3):
            start = time.process_time()
            work()
            times.append(time.process_time() - start)
        return min(times)

    def check(prepare, repetitions):
        prepare(2)()  # what is made on first use is made here
        once = best(prepare(repetitions))
        many = best(prepare(8 * repetitions))
        assert many < 24 * max(once, 0.02), f"{repetitions} times: {once:.3f} s; eight times as many: {many:.3f} s"

    return check
