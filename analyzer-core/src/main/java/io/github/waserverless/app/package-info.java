/** The application: functions, triggers, queues, alarms and roles of all its templates, joined. */
@NullMarked
package io.github.waserverless.app;

import org.jspecify.annotations.NullMarked;
