import Testing

@testable import AtriumTeamPages
