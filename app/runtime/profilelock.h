// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/profile.h"

namespace anrufwarte {

/// Only one program receives and polls with a profile. The lock is the kernel's, on an open file: it ends
/// with the process, however that ends, and no stale file can keep the next one out (QLockFile compares
/// process numbers and takes a not yet reaped process for a living one).
class ProfileLock
{
public:
    ProfileLock() = default;
    ~ProfileLock();
    Q_DISABLE_COPY_MOVE(ProfileLock)

    /// ProfileInUse, ProfileUnusable (folder).
    [[nodiscard]] Result<void> take(const Profile &profile);

    /// For doctor: is there a program that holds it?
    [[nodiscard]] static bool isTaken(const Profile &profile);

private:
    int m_descriptor = -1;
};

} // namespace anrufwarte
