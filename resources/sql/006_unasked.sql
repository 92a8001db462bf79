-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 6: nobody asks how many webhooks of a span were accepted, and every one of them paid for the index.

DROP INDEX deliveries_accepted;

PRAGMA user_version = 6;
