# SPDX-License-Identifier: GPL-3.0-or-later
"""Clients that go on sending distinct signed webhooks until nobody is there any more."""
import collections
import threading

from truth import ended
from wire import Closed, Wire, request


class Load:
    """Runs in threads from its making on; `join` when the program is gone."""

    def __init__(self, port, name, clients, per_connection=40):
        self.acknowledged, self.answers = [], collections.Counter()
        self._port, self._name, self._per_connection = port, name, per_connection
        self._threads = [threading.Thread(target=self._run, args=(client,)) for client in range(clients)]
        for thread in self._threads:
            thread.start()

    def join(self):
        for thread in self._threads:
            thread.join()
        return self

    def _run(self, client):
        number = 0
        try:
            while True:
                with Wire(self._port) as wire:
                    for _ in range(self._per_connection):
                        number += 1
                        call_id = f"call_{self._name}_{client}_{number}"
                        wire.send(request(ended(call_id, duration_ms=number, agent_name=f"Agent {client}")))
                        answer = wire.answer()
                        self.answers[str(answer)] += 1
                        if answer.status == 204:
                            self.acknowledged.append(call_id)
                        if answer.fields.get("connection") == "close":
                            break
        except Closed as end:
            self.answers[end.how] += 1
        except OSError:  # refused: it listens no more
            pass
