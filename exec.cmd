@rem On Windows: lets the commands in package.json begin with "exec", which elsewhere makes npm hand
@rem Ctrl-C and other signals on to the game instead of to a shell in between.
@%*
