Require(rule='breakwater.sml')
