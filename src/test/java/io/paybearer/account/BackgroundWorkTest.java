// SPDX-License-Identifier: Apache-2.0
package io.paybearer.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Hashtable;
import java.util.concurrent.Executor;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.spi.InitialContextFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where background work runs. */
class BackgroundWorkTest {

    private static final Executor MANAGED = Runnable::run;

    /** A naming service that knows one name. */
    public static final class Server implements InitialContextFactory {
        @Override
        public Context getInitialContext(Hashtable<?, ?> environment) throws NamingException {
            return new InitialContext(true) {
                @Override
                public Object lookup(String name) throws NamingException {
                    if (name.equals("java:comp/DefaultManagedExecutorService")) {
                        return MANAGED;
                    }
                    throw new NameNotFoundException(name);
                }
            };
        }
    }

    /** A naming service that knows no name. */
    public static final class PlainServer implements InitialContextFactory {
        @Override
        public Context getInitialContext(Hashtable<?, ?> environment) throws NamingException {
            return new InitialContext(true) {
                @Override
                public Object lookup(String name) throws NamingException {
                    throw new NameNotFoundException(name);
                }
            };
        }
    }

    @AfterEach
    void noServer() {
        System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
    }

    @Test
    void serverWithManagedThreads_runsItThere() {
        System.setProperty(Context.INITIAL_CONTEXT_FACTORY, Server.class.getName());

        assertThat(BackgroundWork.executor()).isSameAs(MANAGED);
    }

    @Test
    void serverWithout_getsThreadsOfOurs() {
        System.setProperty(Context.INITIAL_CONTEXT_FACTORY, PlainServer.class.getName());

        assertThat(BackgroundWork.executor()).isInstanceOf(BackgroundThreads.class);
    }

    @Test
    void outsideAServer_getsThreadsOfOurs() {
        assertThat(BackgroundWork.executor()).isInstanceOf(BackgroundThreads.class);
    }
}
