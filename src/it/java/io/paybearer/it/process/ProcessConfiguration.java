// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.process;

import java.util.List;
import org.jboss.arquillian.container.spi.ConfigurationException;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/** What {@code arquillian.xml} says. Arquillian makes it, so it has setters. */
public final class ProcessConfiguration implements ContainerConfiguration {

    private String command = "";
    private String log = "";

    /** The program and its arguments, at blanks apart. */
    public void setCommand(String command) {
        this.command = command;
    }

    /** The file that the process's output goes to. */
    public void setLog(String log) {
        this.log = log;
    }

    List<String> command() {
        return List.of(command.strip().split("\\s+"));
    }

    String log() {
        return log;
    }

    @Override
    public void validate() {
        if (command.isBlank() || log.isBlank()) {
            throw new ConfigurationException("command and log have to be set");
        }
    }
}
