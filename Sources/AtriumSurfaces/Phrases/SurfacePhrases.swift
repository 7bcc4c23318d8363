public import Atrium

/// The texts of the kernel, of its errors and of its surfaces in other languages than English, for the platform's
/// configuration.
public enum SurfacePhrases {
    /// Arabic, French and German.
    public static let all = [
        Phrases.arabic, .arabicErrors, .arabicFeatures, .arabicLaunch, .french, .frenchErrors, .frenchFeatures,
        .frenchLaunch, .german, .germanErrors, .germanFeatures, .germanLaunch,
    ]
}
