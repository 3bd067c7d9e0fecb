"""How good the tests are: which branches they reach, and which changes of the code they notice."""
