CALL allow_system('outbox'); -- sweep of sends that nobody asks about any more
