// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/answers.h"

#include <algorithm>

namespace anrufwarte {

void answerAll(std::vector<Receiver> receivers, std::vector<Result<BatchOutcome>> answers)
{
    using Answer = std::pair<BatchDone, Result<BatchOutcome>>;
    std::vector<std::pair<std::shared_ptr<Mailbox>, std::vector<Answer>>> letters;
    for (size_t i = 0; i < receivers.size(); ++i) {
        const auto sameContext = [&](const auto &letter) { return letter.first == receivers[i].to; };
        auto letter = std::find_if(letters.begin(), letters.end(), sameContext);
        if (letter == letters.end())
            letter = letters.insert(letters.end(), {receivers[i].to, {}});
        letter->second.emplace_back(std::move(receivers[i].done), std::move(answers[i]));
    }
    for (auto &[mailbox, all] : letters) {
        mailbox->post([all = std::make_shared<std::vector<Answer>>(std::move(all))] {
            for (Answer &answer : *all)
                answer.first(std::move(answer.second));
        });
    }
}

} // namespace anrufwarte
