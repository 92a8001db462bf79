-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 4: column checks of deliveries may also be the terms that a delivery passed all checks under, an array of
-- three texts (deliverychecks.h); what came is in the other columns. Nothing to change, but an older program
-- would show no checks.

PRAGMA user_version = 4;
