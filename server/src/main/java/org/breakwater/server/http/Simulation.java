package org.breakwater.server.http;

import org.breakwater.store.time.Time;

/**
 * Whether what this server shows is simulated, people and times alike; the log's name says so, and
 * every screen.
 */
public record Simulation(boolean isOn, Time time) {}
