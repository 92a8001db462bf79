-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 3: column turns of calls may also be the place where the entries stand in a kept body, as text:
-- {"delivery":12,"at":345,"size":13021} (bodypieces.h). Nothing to change, but an older program would not
-- know what that means.

PRAGMA user_version = 3;
