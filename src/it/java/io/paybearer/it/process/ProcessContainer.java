// SPDX-License-Identifier: Apache-2.0
package io.paybearer.it.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/** Starts the process, and has it deploy and undeploy. */
public final class ProcessContainer implements DeployableContainer<ProcessConfiguration> {

    private ProcessConfiguration configuration;
    private ServerProcess process;
    private Path archives;

    @Override
    public Class<ProcessConfiguration> getConfigurationClass() {
        return ProcessConfiguration.class;
    }

    @Override
    public void setup(ProcessConfiguration given) {
        configuration = given;
    }

    @Override
    public void start() throws LifecycleException {
        try {
            archives = Files.createTempDirectory("archives");
            process = ServerProcess.start(configuration.command(), Path.of(configuration.log()));
        } catch (IOException e) {
            throw new LifecycleException("the server did not start, see " + configuration.log(), e);
        }
    }

    @Override
    public void stop() {
        process.stop();
        archives.toFile().delete();
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Local");
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        File file = archives.resolve(archive.getName()).toFile();
        archive.as(ZipExporter.class).exportTo(file, true);
        tell("deploy " + file);
        return new ProtocolMetaData();
    }

    @Override
    public void undeploy(Archive<?> archive) throws DeploymentException {
        tell("undeploy " + archive.getName().replaceFirst("\\.\\w+$", ""));
        archives.resolve(archive.getName()).toFile().delete();
    }

    private void tell(String order) throws DeploymentException {
        try {
            process.tell(order);
        } catch (IOException e) {
            throw new DeploymentException(order + ": " + e.getMessage(), e);
        }
    }
}
