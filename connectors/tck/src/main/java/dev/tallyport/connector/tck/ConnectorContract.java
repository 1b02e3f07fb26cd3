package dev.tallyport.connector.tck;

/// The contract of every connector. One that asks its vendor over HTTP is held to
/// [HttpConnectorContract], and one that reads files, say, to this.
public interface ConnectorContract
        extends SettingsContract,
                CheckContract,
                ReadContract,
                CircumstanceContract,
                ResumeContract,
                CheckpointContract,
                RestatementContract,
                TotalsContract,
                SecretContract,
                CancellationContract,
                ScaleContract {}
