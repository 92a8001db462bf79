// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaObject>
#include <QObject>
#include <utility>

#if defined(__SANITIZE_THREAD__)
#define ANRUFWARTE_TSAN
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define ANRUFWARTE_TSAN
#endif
#endif

#ifdef ANRUFWARTE_TSAN
#include <sanitizer/tsan_interface.h>
extern "C" void AnnotateIgnoreWritesBegin(const char *file, int line);
extern "C" void AnnotateIgnoreWritesEnd(const char *file, int line);
#endif

/// Work that goes from thread to thread through Qt's event queue or through the end of a QThread. Qt is not
/// built with ThreadSanitizer, which therefore sees neither; here, and only here, it is told that what was
/// done before comes before what is done after. Without it these are plain calls.
namespace anrufwarte::handover {

/// What this thread has done so far ...
inline void give([[maybe_unused]] void *through)
{
#ifdef ANRUFWARTE_TSAN
    __tsan_release(through);
#endif
}

/// ... has been done for whoever takes it.
inline void take([[maybe_unused]] void *through)
{
#ifdef ANRUFWARTE_TSAN
    __tsan_acquire(through);
#endif
}

/// `work` runs later in the thread of `context`, unless that is gone by then.
template <typename Work>
void queue(QObject *context, Work work)
{
#ifdef ANRUFWARTE_TSAN
    give(context);
    // Qt reads the functor before its first line runs: that it was written here would look like a race.
    AnnotateIgnoreWritesBegin(__FILE__, __LINE__);
    QMetaObject::invokeMethod(
        context,
        [context, work = std::move(work)]() mutable {
            take(context);
            work();
        },
        Qt::QueuedConnection);
    AnnotateIgnoreWritesEnd(__FILE__, __LINE__);
#else
    QMetaObject::invokeMethod(context, std::move(work), Qt::QueuedConnection);
#endif
}

} // namespace anrufwarte::handover
