import Atrium
import AtriumTesting
import TestSupport
import Testing

struct DeclaredPersonalData {
    @Test func `the kernel and every module say what each of their columns holds of people`() async throws {
        let modules = try platformModules(Mailbox()).map { type(of: $0) }
        #expect(try await PersonalDataCheck.faults(of: modules.filter { $0.id != Probe.id }).isEmpty)
        let kernel = (owner: Owner.kernel, schema: KernelSchema.tenant, personalData: KernelSchema.personalData)
        #expect(try await PersonalDataCheck.faults(of: [kernel]).isEmpty)
    }
}
