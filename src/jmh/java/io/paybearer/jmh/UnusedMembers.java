// SPDX-License-Identifier: Apache-2.0
package io.paybearer.jmh;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.URI;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a request has beside what paybearer asks for on its way out; all of it fails. */
abstract class UnusedMembers implements ClientRequestContext {

    @Override
    public final Collection<String> getPropertyNames() {
        throw new UnsupportedOperationException("getPropertyNames");
    }

    @Override
    public final void removeProperty(String name) {
        throw new UnsupportedOperationException("removeProperty");
    }

    @Override
    public final void setUri(URI changed) {
        throw new UnsupportedOperationException("setUri");
    }

    @Override
    public final String getMethod() {
        throw new UnsupportedOperationException("getMethod");
    }

    @Override
    public final void setMethod(String method) {
        throw new UnsupportedOperationException("setMethod");
    }

    @Override
    public final MultivaluedMap<String, String> getStringHeaders() {
        throw new UnsupportedOperationException("getStringHeaders");
    }

    @Override
    public final String getHeaderString(String name) {
        throw new UnsupportedOperationException("getHeaderString");
    }

    @Override
    public final Date getDate() {
        throw new UnsupportedOperationException("getDate");
    }

    @Override
    public final Locale getLanguage() {
        throw new UnsupportedOperationException("getLanguage");
    }

    @Override
    public final MediaType getMediaType() {
        throw new UnsupportedOperationException("getMediaType");
    }

    @Override
    public final List<MediaType> getAcceptableMediaTypes() {
        throw new UnsupportedOperationException("getAcceptableMediaTypes");
    }

    @Override
    public final List<Locale> getAcceptableLanguages() {
        throw new UnsupportedOperationException("getAcceptableLanguages");
    }

    @Override
    public final Map<String, Cookie> getCookies() {
        throw new UnsupportedOperationException("getCookies");
    }

    @Override
    public final boolean hasEntity() {
        throw new UnsupportedOperationException("hasEntity");
    }

    @Override
    public final Object getEntity() {
        throw new UnsupportedOperationException("getEntity");
    }

    @Override
    public final Class<?> getEntityClass() {
        throw new UnsupportedOperationException("getEntityClass");
    }

    @Override
    public final Type getEntityType() {
        throw new UnsupportedOperationException("getEntityType");
    }

    @Override
    public final void setEntity(Object entity) {
        throw new UnsupportedOperationException("setEntity");
    }

    @Override
    public final void setEntity(Object entity, Annotation[] annotations, MediaType type) {
        throw new UnsupportedOperationException("setEntity");
    }

    @Override
    public final Annotation[] getEntityAnnotations() {
        throw new UnsupportedOperationException("getEntityAnnotations");
    }

    @Override
    public final OutputStream getEntityStream() {
        throw new UnsupportedOperationException("getEntityStream");
    }

    @Override
    public final void setEntityStream(OutputStream stream) {
        throw new UnsupportedOperationException("setEntityStream");
    }

    @Override
    public final void abortWith(Response response) {
        throw new UnsupportedOperationException("abortWith");
    }
}
