// What the builder's `loader: { ".svg": "text" }` does, for jest.
module.exports = {
  process: (source) => ({ code: `module.exports = { __esModule: true, default: ${JSON.stringify(source)} };` }),
};
