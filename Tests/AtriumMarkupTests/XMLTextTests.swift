import Testing

@testable import AtriumMarkup
