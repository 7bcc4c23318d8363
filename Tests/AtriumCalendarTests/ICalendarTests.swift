import Testing

@testable import AtriumCalendar
