/// Placeholder.
public enum ICalendar {}
