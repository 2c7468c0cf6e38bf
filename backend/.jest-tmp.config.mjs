import c from './jest.config.mjs'; const {globalSetup,globalTeardown,...rest}=c; export default rest;
