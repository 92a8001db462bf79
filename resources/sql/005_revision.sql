-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 5: the revision is the greatest of column revision of calls, and meta keeps it only beyond rows that were
-- deleted. Nothing to change, but an older program would count on from what meta says.

PRAGMA user_version = 5;
