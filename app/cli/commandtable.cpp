// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandtable.h"

#include "app/cli/commands/callscommand.h"
#include "app/cli/commands/configcommand.h"
#include "app/cli/commands/deliveriescommand.h"
#include "app/cli/commands/doctorcommand.h"
#include "app/cli/commands/resynccommand.h"
#include "app/cli/commands/servecommand.h"
#include "app/cli/commands/showcommand.h"

namespace anrufwarte {

std::vector<std::unique_ptr<Command>> allCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<ServeCommand>());
    commands.push_back(std::make_unique<CallsCommand>());
    commands.push_back(std::make_unique<ShowCommand>());
    commands.push_back(std::make_unique<ResyncCommand>());
    commands.push_back(std::make_unique<DeliveriesCommand>());
    commands.push_back(std::make_unique<ConfigCommand>());
    commands.push_back(std::make_unique<DoctorCommand>());
    return commands;
}

} // namespace anrufwarte
