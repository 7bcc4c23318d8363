import Testing

@testable import AtriumSuggestions
