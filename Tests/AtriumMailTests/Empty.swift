import AtriumMail
