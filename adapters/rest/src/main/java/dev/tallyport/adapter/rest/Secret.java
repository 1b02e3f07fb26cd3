package dev.tallyport.adapter.rest;

/// An answer that is for its reader's eyes and is not to be kept on the way.
public interface Secret {}
