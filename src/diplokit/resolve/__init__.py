"""The resolvers that come with diplokit, each a plugin like any other."""
