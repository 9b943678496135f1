// SPDX-License-Identifier: Apache-2.0
package io.paybearer.store;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What stores say in the log, until it is closed. */
final class StoreLog extends Handler {

    private final Logger logger = Logger.getLogger("io.paybearer.store");
    private final List<String> said = new ArrayList<>();

    StoreLog() {
        logger.addHandler(this);
    }

    List<String> said() {
        return said;
    }

    @Override
    public void publish(LogRecord record) {
        said.add(record.getLevel() + " " + new SimpleFormatter().formatMessage(record));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
